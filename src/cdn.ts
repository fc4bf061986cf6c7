/** The file for a bare `<script type="module">`: registers the elements; everything else is fetched from beside it. */
import './define.js';
