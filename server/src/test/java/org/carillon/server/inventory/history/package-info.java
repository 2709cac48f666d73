@NullMarked
package org.carillon.server.inventory.history;

import org.jspecify.annotations.NullMarked;
