/** Tests of the removal of voice services. */
@NullMarked
package org.carillon.server.voiceservices;

import org.jspecify.annotations.NullMarked;
