/** SIP media applications, and the SIP rules that hold numbers and send their calls there. */
@NullMarked
package org.carillon.server.trunks.rules;

import org.jspecify.annotations.NullMarked;
