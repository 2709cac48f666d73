/**
 * The numbers of a user: which is primary, which is the caller ID, and whether the user must sign
 * in again.
 */
@NullMarked
package org.carillon.server.people.usernumbers;

import org.jspecify.annotations.NullMarked;
