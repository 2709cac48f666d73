/** People and shared devices in accounts, what they may do, and the numbers they are given. */
@NullMarked
package org.carillon.server.people.users;

import org.jspecify.annotations.NullMarked;
