@NullMarked
package org.carillon.server.voiceconnectors;

import org.jspecify.annotations.NullMarked;
