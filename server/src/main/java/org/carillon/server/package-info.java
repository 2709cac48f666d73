/** Puts all features together into one server without a network. */
@NullMarked
package org.carillon.server;

import org.jspecify.annotations.NullMarked;
