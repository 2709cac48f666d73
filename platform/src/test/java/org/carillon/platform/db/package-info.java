/** What store suites of every feature stand on, and the suites of the databases themselves. */
@NullMarked
package org.carillon.platform.db;

import org.jspecify.annotations.NullMarked;
