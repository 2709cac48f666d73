@NullMarked
package org.carillon.server.devices;

import org.jspecify.annotations.NullMarked;
