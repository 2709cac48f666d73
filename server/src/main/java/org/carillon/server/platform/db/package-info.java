/** The two databases behind one interface: transactions, time, locks and migrations. */
@NullMarked
package org.carillon.server.platform.db;

import org.jspecify.annotations.NullMarked;
