/** Offboarding: removes all telephony of a user who leaves. */
@NullMarked
package org.carillon.server.changes.offboarding;

import org.jspecify.annotations.NullMarked;
