/** Tests of the records. */
@NullMarked
package org.carillon.server.calls.records;

import org.jspecify.annotations.NullMarked;
