import { createRoot } from '@wordpress/element';

import { App, preload } from './app';
import { viewOf } from './routing/view';

import './admin.scss';

const container = document.getElementById( 'causeway-admin' );
if ( container !== null ) {
	const draw = () => createRoot( container ).render( <App /> );
	// The frame that PHP printed stays until the screen is there; a screen that cannot be read says so itself.
	preload( viewOf( window.location.search ) ).then( draw, draw );
}
