/** Log lines for people or for machines, and never a secret in either. */
@NullMarked
package org.carillon.app.logging;

import org.jspecify.annotations.NullMarked;
