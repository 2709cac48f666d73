/** Puts numbers that an organization already owns straight into its inventory. */
@NullMarked
package org.carillon.server.imports;

import org.jspecify.annotations.NullMarked;
