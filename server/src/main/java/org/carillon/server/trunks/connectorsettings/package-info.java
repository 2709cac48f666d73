/** What a Voice Connector is configured with: who may call through it, where its calls go. */
@NullMarked
package org.carillon.server.trunks.connectorsettings;

import org.jspecify.annotations.NullMarked;
