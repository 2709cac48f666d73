@NullMarked
package org.carillon.server.trunks.connectors;

import org.jspecify.annotations.NullMarked;
