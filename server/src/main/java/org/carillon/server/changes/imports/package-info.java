/** Puts numbers that an organization already owns straight into its inventory. */
@NullMarked
package org.carillon.server.changes.imports;

import org.jspecify.annotations.NullMarked;
