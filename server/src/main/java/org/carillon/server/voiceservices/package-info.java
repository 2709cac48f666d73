/** What becomes of everything a user has for telephony when the user leaves. */
@NullMarked
package org.carillon.server.voiceservices;

import org.jspecify.annotations.NullMarked;
