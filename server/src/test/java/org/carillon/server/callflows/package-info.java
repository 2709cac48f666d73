/** Tests of call flows. */
@NullMarked
package org.carillon.server.callflows;

import org.jspecify.annotations.NullMarked;
