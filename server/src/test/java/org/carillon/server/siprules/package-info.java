/** SIP rules and SIP media applications on both engines. */
@NullMarked
package org.carillon.server.siprules;

import org.jspecify.annotations.NullMarked;
