/** What holds for every operation, whatever it does. */
@NullMarked
package org.carillon.platform.operations;

import org.jspecify.annotations.NullMarked;
