@NullMarked
package org.carillon.server.people.usernumbers;

import org.jspecify.annotations.NullMarked;
