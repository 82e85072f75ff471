import '@assay/images/picture-process';
