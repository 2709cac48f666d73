/** Descriptors of the model's shapes: what a codec and a validator need, without reflection. */
@NullMarked
package org.carillon.api.shape;

import org.jspecify.annotations.NullMarked;
