/** Writes the model in the form that AWS's own clients load at run time. */
@NullMarked
package org.carillon.codegen.awsmodel;

import org.jspecify.annotations.NullMarked;
