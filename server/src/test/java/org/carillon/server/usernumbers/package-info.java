@NullMarked
package org.carillon.server.usernumbers;

import org.jspecify.annotations.NullMarked;
