/** Tests of lines. */
@NullMarked
package org.carillon.server.lines;

import org.jspecify.annotations.NullMarked;
