/** Tests of the build plugins. */
@NullMarked
package org.carillon.codegen;

import org.jspecify.annotations.NullMarked;
