/** Voice Connectors, the groups of them, and the numbers that they hold. */
@NullMarked
package org.carillon.server.voiceconnectors;

import org.jspecify.annotations.NullMarked;
