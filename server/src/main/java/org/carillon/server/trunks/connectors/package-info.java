/** Voice Connectors, the groups of them, and the numbers that they hold. */
@NullMarked
package org.carillon.server.trunks.connectors;

import org.jspecify.annotations.NullMarked;
