/**
 * The numbers of a user: which is primary, which others see, and what the user has yet to notice.
 */
@NullMarked
package org.carillon.server.people.usernumbers;

import org.jspecify.annotations.NullMarked;
