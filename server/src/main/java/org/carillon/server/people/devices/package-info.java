/** Desk phones and soft clients of accounts: with what they register, and who has them. */
@NullMarked
package org.carillon.server.people.devices;

import org.jspecify.annotations.NullMarked;
