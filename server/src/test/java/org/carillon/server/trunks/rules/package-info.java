/** SIP rules and SIP media applications on both engines. */
@NullMarked
package org.carillon.server.trunks.rules;

import org.jspecify.annotations.NullMarked;
