@NullMarked
package org.carillon.server.users;

import org.jspecify.annotations.NullMarked;
