/** What becomes of everything a user has for telephony when the user leaves. */
@NullMarked
package org.carillon.server.changes.offboarding;

import org.jspecify.annotations.NullMarked;
