/** Tests of lines. */
@NullMarked
package org.carillon.server.calls.lines;

import org.jspecify.annotations.NullMarked;
