/** The two databases behind one interface: transactions, time, locks and migrations. */
@NullMarked
package org.carillon.platform.db;

import org.jspecify.annotations.NullMarked;
