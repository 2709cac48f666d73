/** Tests of what is generated from the model. */
@NullMarked
package org.carillon.api;

import org.jspecify.annotations.NullMarked;
