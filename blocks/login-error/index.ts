import { createBlock, registerBlockType } from '@wordpress/blocks';
import { __ } from '@wordpress/i18n';

import metadata from './block.json';
import { Edit } from './edit';
import type { LoginErrorAttributes } from './preview';
import './style.scss';

/** Blocks beside which the message belongs: turned into it, they are kept below it. */
const FORMS = [ 'core/loginout', 'core/shortcode', 'core/html' ];

registerBlockType< LoginErrorAttributes >( metadata, {
	edit: Edit,
	// The server prints the slot and fills it: nothing but the attributes is saved.
	save: () => null,
	variations: [
		{
			name: 'message',
			title: __( 'Login help', 'causeway' ),
			description: __( 'Tells people on the login page why they were not let in.', 'causeway' ),
			attributes: { variant: 'message' },
			isDefault: true,
			isActive: [ 'variant' ],
			scope: [ 'inserter', 'transform' ],
		},
		{
			name: 'report',
			title: __( 'Can’t get in?', 'causeway' ),
			description: __( 'A form for portals whose login page is elsewhere: people paste what it said and get a reference.', 'causeway' ),
			icon: 'editor-help',
			attributes: { variant: 'report' },
			isActive: [ 'variant' ],
			scope: [ 'inserter', 'transform' ],
		},
	],
	transforms: {
		from: FORMS.map( ( name ) => ( {
			type: 'block',
			blocks: [ name ],
			transform: ( attributes: Readonly< Record< string, unknown > > ) => [ createBlock( metadata.name ), createBlock( name, attributes ) ],
		} ) ),
	},
} );
