@NullMarked
package org.carillon.server.people.devices;

import org.jspecify.annotations.NullMarked;
