/** Chime accounts, the bodies of users within an organization, and what their meetings allow. */
@NullMarked
package org.carillon.server.people.accounts;

import org.jspecify.annotations.NullMarked;
