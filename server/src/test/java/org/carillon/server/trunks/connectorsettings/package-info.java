@NullMarked
package org.carillon.server.trunks.connectorsettings;

import org.jspecify.annotations.NullMarked;
