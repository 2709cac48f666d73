@NullMarked
package org.carillon.server.people.users;

import org.jspecify.annotations.NullMarked;
