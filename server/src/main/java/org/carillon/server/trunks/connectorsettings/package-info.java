/** Settings of Voice Connectors: origination, termination, emergency calls and logs. */
@NullMarked
package org.carillon.server.trunks.connectorsettings;

import org.jspecify.annotations.NullMarked;
