import { registerBlockType } from '@wordpress/blocks';

import metadata from './block.json';
import { Edit } from './edit';
import type { LoginErrorAttributes } from './preview';
import './style.scss';

registerBlockType< LoginErrorAttributes >( metadata, {
	edit: Edit,
	// The server prints the slot and fills it: nothing but the attributes is saved.
	save: () => null,
} );
