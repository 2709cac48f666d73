/** Tests of the records. */
@NullMarked
package org.carillon.server.records;

import org.jspecify.annotations.NullMarked;
