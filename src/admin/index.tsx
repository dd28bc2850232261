import { createRoot } from '@wordpress/element';

import { App } from './app';

import './admin.scss';

const container = document.getElementById( 'causeway-admin' );
if ( container !== null ) {
	createRoot( container ).render( <App /> );
}
