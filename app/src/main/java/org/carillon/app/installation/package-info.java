/**
 * One installation of Carillon: its data folder, its database, its keys, and the running server.
 */
@NullMarked
package org.carillon.app.installation;

import org.jspecify.annotations.NullMarked;
